/**
 * What may go between a sidebar and the add-on's functions, as JSON. Google refuses dates, functions and whatever else is no plain value, and
 * so does this.
 */
export function plainText(value: unknown): string {
  const fault = notPlainIn(value, '');
  if (fault !== undefined) throw new Error(`google.script.run takes plain values only: ${fault}`);
  return JSON.stringify(value ?? null);
}

/** Where something stands that is no plain value. */
function notPlainIn(value: unknown, at: string): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return isPlain(value) ? undefined : `${at} is a ${typeof value}`;
  if (Array.isArray(value)) return value.map((one, index) => notPlainIn(one, `${at}[${String(index)}]`)).find(isFault);
  // Of another realm, so by its name and not by its class.
  const kind = Object.prototype.toString.call(value);
  if (kind !== '[object Object]') return `${at} is ${kind}`;
  return Object.entries(value)
    .map(([name, one]) => notPlainIn(one, `${at}.${name}`))
    .find(isFault);
}

const isFault = (fault: string | undefined) => fault !== undefined;
const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
