import { type SaidItem, isSameItem, isSameTopic, saysSame } from './minutes-cells.ts';

type Said = readonly SaidItem[];

/**
 * The places of the stored items a row speaks for: those it said before, those it now says under the same title, and, when one of its own
 * was given another title on a page, those that no row says. Whatever another row said stays that row's.
 */
export function itemsOwned(
  stored: Said,
  { before, mine, others }: { readonly before: Said; readonly mine: Said; readonly others: readonly Said[] },
): readonly number[] {
  const ours = placesOf(stored, before);
  const theirs = new Set(others.flatMap((said) => [...placesOf(stored, said)]));
  const isLost = ours.size < before.length;
  return stored.flatMap((item, at) => {
    const named = mine.some((one) => isSameTopic(one, item)) && (!theirs.has(at) || !isHad(item, before));
    const free = isLost && !theirs.has(at);
    return ours.has(at) || named || free ? [at] : [];
  });
}

const isHad = (item: SaidItem, before: Said) => before.some((one) => isSameTopic(one, item));

/** Where the items a row was taken with stand now: word for word, else under their title, else with the same words in a box. */
function placesOf(stored: Said, said: Said): ReadonlySet<number> {
  const places = new Set<number>();
  let left = said;
  for (const isIt of [isSameItem, isSameTopic, saysSame])
    left = left.filter((item) => {
      const at = stored.findIndex((one, place) => !places.has(place) && isIt(item, one));
      if (at >= 0) places.add(at);
      return at < 0;
    });
  return places;
}
