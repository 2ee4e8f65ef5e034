import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { originOf, registerScheme, schemeOf, toApplicationUrl, toChromiumUrl } from '../../host/schemes.ts'

beforeAll(() => {
  registerScheme('app', true)
  registerScheme('media', false)
})

describe('schemes', () => {
  test.each([
    ['app://daybook/index.html', 'https://daybook.app.invalid/index.html'],
    ['app://daybook', 'https://daybook.app.invalid/'],
    ['app://daybook?q=1', 'https://daybook.app.invalid/?q=1'],
    ['APP://daybook/a#b', 'https://daybook.app.invalid/a#b'],
    ['https://outside.example/', 'https://outside.example/'],
    ['media://x/y', 'media://x/y'],
    ['about:blank', 'about:blank'],
  ])('%s is %s inside Chromium', (application, chromium) => {
    expect(toChromiumUrl(application)).toBe(chromium)
  })

  test('there and back is the same address', () => {
    const host = fc.stringMatching(/^[a-z0-9-]{1,12}$/)
    const path = fc.webPath({ size: 'small' })
    const query = fc.webQueryParameters({ size: 'small' })
    fc.assert(
      fc.property(host, path, query, (name, rest, parameters) => {
        const url = `app://${name}${rest === '' ? '/' : rest}?${parameters}`
        expect(toApplicationUrl(toChromiumUrl(url))).toBe(url)
      }),
    )
  })

  test.each([
    ['https://daybook.app.invalid.example/', 'https://daybook.app.invalid.example/'],
    ['https://daybook.media.invalid/', 'https://daybook.media.invalid/'],
    ['http://daybook.app.invalid/', 'http://daybook.app.invalid/'],
    ['https://x@evil/daybook.app.invalid/', 'https://x@evil/daybook.app.invalid/'],
    ['blob:https://daybook.app.invalid/1-2', 'blob:app://daybook/1-2'],
    ['data:text/html,https://daybook.app.invalid/', 'data:text/html,https://daybook.app.invalid/'],
  ])('%s is %s for the application', (chromium, application) => {
    expect(toApplicationUrl(chromium)).toBe(application)
  })

  test('origins and schemes', () => {
    expect(originOf('app://daybook/index.html#a')).toBe('app://daybook')
    expect(originOf('about:blank')).toBe('null')
    expect(schemeOf('DATA:,x')).toBe('data')
    expect(schemeOf('/relative')).toBe('')
  })
})
