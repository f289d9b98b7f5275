// A journey leaves no device open: pages of earlier journeys would go on listening, and be recorded, in all later ones.
import { test as plain } from '@playwright/test'

export const test = plain.extend<{ devicesClosed: undefined }>({
  devicesClosed: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
