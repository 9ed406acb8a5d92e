import type { Invitation } from '../invitation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Former } from './letter-text.ts';
import type { Appointed } from './meeting-facts.ts';
import type { PartOff } from './model.ts';
import type { Reach } from './reach.ts';

/** What brings letters about. */
export type Occasion = {
  /** Of 中止: the other parts of its sitting are off as well; those of which an agency has heard. */
  readonly whole?: ((part: Meeting, invitation: Invitation) => boolean) | undefined;
  readonly occasion: string | number;
  /** Which invitations; all that were not withdrawn when left out. */
  readonly only?: (invitation: Invitation) => boolean;
  /** What a change replaced, as each agency knew it. */
  readonly before?: (invitation: Invitation) => Former;
  /** What an agency was last told of date and place, where that is not what they are now. */
  readonly known?: (invitation: Invitation) => Pick<Appointed['appointment'], 'startsAt' | 'place'> | undefined;
  /** Parts of the sitting of which this word says that they are off. */
  readonly off?: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
  /** Parts as the same commit stores them. */
  readonly changed?: readonly Meeting[];
  /** Of 変更 in a sitting: how far it reaches. */
  readonly reach?: Reach;
  /** Waits for no further change. */
  readonly atOnce?: boolean;
};
