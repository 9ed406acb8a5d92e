/** How the numbers of a workbook are to be read: the day that is 0, and whether days are meant at all. */
export type Format = {
  readonly isDate: boolean;
  /** Digits that are shown at the least: `0000` is 4. */ readonly digits: number;
};

// Formats every workbook has without saying so: days and times, those of Japan among them (ECMA-376 18.8.30).
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

export function formatOf(id: number, code: string | undefined): Format {
  if (code === undefined) return { isDate: BUILT_IN.some(([from, to]) => id >= from && id <= to), digits: 0 };
  const [plain = ''] = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '').split(';');
  return {
    isDate: /[ymdhsge]/i.test(plain.replaceAll(/general|標準/gi, '')),
    digits: /^0+$/.test(plain) ? plain.length : 0,
  };
}

const DAY = 86_400;

/** `2026-06-01`, `2026-06-01 10:30` or `10:30` of a serial number of days, as it is shown. */
export function dayText(serial: number, from1904: boolean): string {
  // Excel counts a 29 February 1900 that never was.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round(days * DAY);
  const time = clockText(((seconds % DAY) + DAY) % DAY);
  if (serial >= 0 && serial < 1) return time;
  const day = new Date((seconds - 25_569 * DAY) * 1000).toISOString().slice(0, 10);
  return seconds % DAY === 0 ? day : `${day} ${time}`;
}

function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
}

/** A number as people write it: no exponent, the zeros in front that its format shows. */
export function numberText(value: number, { digits }: Pick<Format, 'digits'>): string {
  const text = Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));
  return text.padStart(digits, '0');
}
