import type { Body, RosterEntry } from '../../../core/body/model.ts';
import type { Case } from '../../../core/case/model.ts';
import { type Framework, type FrameworkCode, frameworkCodeSchema } from '../../../core/framework/frameworks.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { readForm, type SentForm } from '../../page/sent-form.ts';
import type { Typed } from '../../page/typed.ts';
import { rosterOf } from '../meeting/convene-body.ts';
import { frameworkOf, type Office } from '../office.ts';
import type { SittingView, TownPart } from './load-sitting.ts';
import { partsIn } from './sitting-said.ts';

/** A town of the sitting: its cases, the 開催依頼 it answers, and the body it is convened under, with whom that always calls. */
export type ChosenPart = TownPart & {
  readonly chosen: readonly Case[];
  readonly number: string;
  readonly answers: Meeting | undefined;
  readonly body: Body | undefined;
  readonly roster: ReadonlyMap<string, RosterEntry>;
};
export type ChosenSitting = {
  readonly parts: readonly ChosenPart[];
  readonly code: FrameworkCode;
  readonly framework: Framework;
};

/** What was ticked, in the order of turns; where nothing was typed yet, as it is proposed. */
export function chosenIn(office: Office, { parts }: SittingView, sent: Typed | undefined): ChosenSitting {
  const form = readForm(sent?.values.toString() ?? '');
  const ticked = partsIn(form).flatMap(([town, sentPart]) => {
    const part = parts.find((one) => one.town.id === town);
    return part === undefined ? [] : [withNumber(part, sentPart)];
  });
  const said = frameworkCodeSchema.safeParse(form.text('framework')).data;
  const code = said ?? ticked.flatMap(({ answers }) => answers?.framework ?? [])[0] ?? 'needy-support';
  const named = form.text('body');
  const underBody = (part: Numbered): ChosenPart => {
    const body = part.bodies.find(({ id }) => id === named) ?? part.bodies.find(({ framework }) => framework === code);
    return { ...part, body, roster: rosterOf(body) };
  };
  return { parts: ticked.map(underBody), code, framework: frameworkOf(office, code) };
}

type Numbered = Omit<ChosenPart, 'body' | 'roster'>;

/** A 開催依頼 about the very cases that were ticked lends its number, until another is typed. */
function withNumber(part: TownPart, form: SentForm): Numbered {
  const ids = form.texts('case');
  const about = part.requests.filter(({ cases }) => isSame(cases, ids));
  const number = form.text('meeting') ?? about[0]?.id ?? part.suggestedMeeting;
  return {
    ...part,
    chosen: part.cases.filter(({ id }) => ids.includes(id)),
    number,
    answers: about.find(({ id }) => id === number),
  };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id) => others.includes(id));
}

/** Bodies that take cases of all these towns. */
export function bodiesOfAll([first, ...others]: readonly ChosenPart[]): readonly Body[] {
  const all = first?.bodies ?? [];
  return all.filter(({ id }) => others.every(({ bodies }) => bodies.some((body) => body.id === id)));
}
