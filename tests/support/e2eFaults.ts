// Faults of the page on screen that an accessibility checker can find.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { RunningApp } from '../e2e/fixtures.ts'

export const STANDARDS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Colours that are still changing, as when a button comes to be enabled, would be measured on their way. */
export async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isEnding = ({ effect }: Animation) => effect?.getComputedTiming().endTime !== Infinity
    for (const begun of document.getAnimations().filter(isEnding)) begun.finish()
  })
}

/** Faults by rule, element and what the checker says to them; by all rules or by those named. */
export async function faults(app: RunningApp, rules: readonly string[]): Promise<string[]> {
  await endTransitions(app.page)
  // Legacy mode: otherwise the checker opens a window of its own, which the application refuses.
  const checker = new AxeBuilder({ page: app.page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const chosen = rules.length === 0 ? checker.withTags([...STANDARDS]) : checker.withRules([...rules])
  const { violations } = await chosen.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`,
    ),
  )
}
