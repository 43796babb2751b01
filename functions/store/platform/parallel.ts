/**
 * Calls `work` for every item in order, at most `width` at a time, until `goOn` returns false. An error of one item
 * does not stop the others.
 *
 * @returns the items that failed, each with its error.
 */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
  goOn: () => boolean = () => true,
): Promise<{ item: T; error: unknown }[]> {
  const failed: { item: T; error: unknown }[] = [];
  const left = items.values();
  const worker = async () => {
    for (const item of left) {
      if (!goOn()) return;
      try {
        await work(item);
      } catch (error) {
        failed.push({ item, error });
      }
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return failed;
}
