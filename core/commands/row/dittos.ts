import type { Cells, Problem } from '../../sheet/cells.ts';
import { type Tab, tabs } from '../../sheet/columns.ts';

const DITTO = /^(?:同上|上に同じ|上と同じ|同じ|[〃々″"]|′′)$/;

/** 「同上」: what stands above is another row once somebody sorts, and this one would say nothing. */
export function dittosIn(tab: Tab, cells: Cells): readonly Problem[] {
  const columns = tabs[tab].filter((column) => DITTO.test((cells[column] ?? '').replaceAll(/\s/g, '')));
  return columns.map((column) => ({
    column,
    message: `「${(cells[column] ?? '').trim()}」は、行を並べ替えると何と同じか分からなくなります。上の行と同じ内容を、そのまま書いてください。`,
  }));
}
