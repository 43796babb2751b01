/** Runs checks one after the other, prints a line for each, and counts. */
export function checks() {
  const counts = { passed: 0, failed: 0 };
  return {
    counts,
    /** One check. It fails by throwing; what it returns is handed on. A failed one ends the run. */
    async check<T>(name: string, run: () => Promise<T> | T): Promise<T> {
      try {
        const result = await run();
        counts.passed += 1;
        console.log(`  ok      ${name}`);
        return result;
      } catch (error) {
        counts.failed += 1;
        console.log(`  FAILED  ${name}`);
        throw error;
      }
    },
  };
}

/** Asks again until there is an answer; gives up, naming what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  seconds = 60,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Waited ${seconds} s in vain for ${what}`);
}
