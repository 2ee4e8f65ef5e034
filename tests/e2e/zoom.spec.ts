import { cutTexts } from '../support/e2eCutText.ts'
import { drawnAnew } from '../support/e2eLayout.ts'
import { overlappingTexts } from '../support/e2eOverlaps.ts'
import { walkScreens } from '../support/e2eWalk.ts'
import { expect, test, useTheme } from './fixtures.ts'

// Every screen, form and dialog at 100 % and at 200 %: no words are cut off or lie on each other, and nothing is wider
// than the window. With DAYBOOK_SHOTS=1 a picture of each.

for (const [language, theme] of [
  ['en', 'dark'],
  ['ru', 'light'],
  ['ar', 'light'],
] as const) {
  test(`no words are cut or overlap at 100 % and at 200 %: ${language} ${theme}`, async ({
    app,
    userData,
    shot,
  }) => {
    test.setTimeout(600_000)
    const { page } = app
    const whole = page.viewportSize() ?? { width: 1280, height: 800 }
    const found: Record<string, string[]> = {}
    const check = async (name: string) => {
      await shot(`zoom-${language}-${name}`)
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      const here = [
        ...(await cutTexts(app)),
        ...(await overlappingTexts(app)).map((texts) => `over each other: ${texts}`),
        ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
      ]
      if (here.length > 0) found[name] = here
    }
    await walkScreens(app, language, userData, async (name) => {
      // A page that was loaded anew has the look of the desktop again.
      await useTheme(app, theme)
      await check(name)
      // Twice the zoom is half the window.
      await page.setViewportSize({ width: whole.width / 2, height: whole.height / 2 })
      await drawnAnew(app)
      await check(`${name}-200`)
      await page.setViewportSize(whole)
    })
    expect(found).toEqual({})
  })
}
