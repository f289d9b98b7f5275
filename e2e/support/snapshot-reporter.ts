// Prints, for each try that failed, what the page showed: where only the output is kept, it must tell enough.
import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const LINES = 80

export default class SnapshotReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === 'passed' || result.status === 'skipped') return
    for (const { name, path } of result.attachments) {
      if (name !== 'error-context' || path === undefined) continue
      const told = readFileSync(path, 'utf8')
      const page = told.slice(Math.max(0, told.indexOf('```yaml')))
      const lines = page.split('\n').slice(0, LINES)
      process.stdout.write(
        `\n--- ${test.titlePath().slice(2).join(' › ')}, try ${result.retry + 1}\n${lines.join('\n')}\n`,
      )
    }
  }
  printsToStdio(): boolean {
    return false
  }
}
