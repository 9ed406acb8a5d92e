import { besides } from '../moves.ts';
import type { Move, News } from '../wire.ts';

type Told = {
  /** A cell is being typed in: no line may move or be drawn now. */
  readonly isEditing: () => boolean;
  /** Lines moved at the machine, and are to here. */
  readonly follow: (move: Move) => void;
};

/**
 * What this page has seen of the machine, and the lines that moved here and have not there. Two people may move lines at the same time: what each
 * is told of the other's is what is left to be done after their own, so that both come to one order.
 */
export function movingOn({ isEditing, follow }: Told) {
  const own: Move[] = [];
  let seen = { since: '', order: '' };
  let isBehind = false;

  function takeMoves({ order, moves }: News): void {
    const unseen = countIn(order) - countIn(seen.order);
    for (const move of unseen > 0 ? moves.slice(-unseen) : []) {
      if (own[0]?.id === move.id) own.shift();
      else follow(pastOwn(move));
    }
    if (unseen > 0) seen = { ...seen, order };
  }

  function pastOwn(foreign: Move): Move {
    return own.reduce((left, mine, at) => {
      const { first, second } = besides(left, mine);
      own[at] = second;
      return first;
    }, foreign);
  }

  /** Of a machine that was started anew there is only the whole to take. */
  const isSameMachine = ({ order }: News) => seen.order === '' || openingOf(order) === openingOf(seen.order);

  return {
    seen: () => seen,
    /** The first move that the machine has not done. */
    next: (): Move | undefined => own[0],
    add(move: Move): void {
      own.push(move);
    },
    /** A move is there. One that a machine did before it was started anew is in nobody's list of moves. */
    arrived(id: string, news: News): void {
      if (!isSameMachine(news) && own[0]?.id === id) own.shift();
    },
    /**
     * What of an answer can be shown: its lines, when they stand here as they do there. Answers may overtake each other; what is left out is asked for again.
     */
    current(news: News): News {
      const { shape: _shape, ...told } = news;
      const none = { ...told, lines: [] };
      isBehind = isEditing();
      if (isBehind) return none;
      if (isSameMachine(news) && seen.order !== '') takeMoves(news);
      const isLate =
        isSameMachine(news) && (countIn(news.order) < countIn(seen.order) || isOlder(news.until, seen.since));
      if (own.length > 0 || isLate) return none;
      seen = { since: news.until, order: news.order };
      return news;
    },
    /** Something came while a cell was being typed in. */
    isBehind: (): boolean => isBehind,
  };
}

const openingOf = (token: string) => token.split(':')[0];
const countIn = (token: string) => Number(token.split(':')[1] ?? 0);

function isOlder(until: string, since: string): boolean {
  return openingOf(until) === openingOf(since) && countIn(until) < countIn(since);
}
