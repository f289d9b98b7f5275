// A reporter for `node --test` that writes nothing but the final counts, as JSON, for `npm test` to add up.
import type { TestEvent } from 'node:test/reporters'

/** Counts of one runner's tests. */
export type TestCounts = { passed: number; failed: number; skipped: number }

export default async function* countTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    // Each file has a summary of its own; the one without a file is for all of them.
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue
    const { tests, passed, skipped, todo } = event.data.counts
    const left = skipped + todo
    const counts: TestCounts = { passed, failed: tests - passed - left, skipped: left }
    yield JSON.stringify(counts)
  }
}
