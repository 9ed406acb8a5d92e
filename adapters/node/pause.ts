/** Ends after so many milliseconds. */
export async function pause(milliseconds: number): Promise<void> {
  return new Promise((ends) => {
    setTimeout(ends, milliseconds);
  });
}
