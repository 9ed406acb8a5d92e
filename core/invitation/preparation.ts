/** Words to all stand with the appointment, an agency's own with its invitation. */
type Asked = { readonly preparation?: string | undefined };

/** ご準備: what an agency is asked to prepare. Its own words take the place of those to all; undefined where nothing is asked. */
export function preparationFor(toAll: Asked, own: Asked): string | undefined {
  return own.preparation ?? toAll.preparation;
}
