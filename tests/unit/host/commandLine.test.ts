import { expect, test } from 'vitest'
import { chromiumSwitches } from '../../host/chromiumSwitches.ts'
import { parseSwitches, splitArguments } from '../../host/commandLine.ts'
import { matchesPattern } from '../../host/webRequest.ts'

test('arguments are split at the application’s path', () => {
  expect(
    splitArguments(['--no-sandbox', '--a=b', 'out/main/index.js', '--user-data-dir=/x', 'file']),
  ).toEqual({
    chromiumArguments: ['--no-sandbox', '--a=b'],
    entry: 'out/main/index.js',
    appArguments: ['--user-data-dir=/x', 'file'],
  })
  expect(splitArguments([])).toEqual({ chromiumArguments: [], entry: '.', appArguments: [] })
})

test('switches keep everything after the first equals sign', () => {
  expect([...parseSwitches(['--a=b=c', '--plain', 'x', '-y'])]).toEqual([
    ['a', 'b=c'],
    ['plain', ''],
  ])
})

test('Chromium is started silent, and gets what the application appended', () => {
  const switches = chromiumSwitches({
    profileFolder: '/p',
    headful: false,
    noSandbox: false,
    appended: new Map([
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
      ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
      ['no-pings', ''],
    ]),
    passedOn: new Map([['lang', 'ar']]),
    extra: [],
  })
  expect(switches).toContain('--disable-background-networking')
  expect(switches).toContain('--host-resolver-rules=MAP * ~NOTFOUND')
  expect(switches).toContain('--lang=ar')
  expect(switches.filter((text) => text.startsWith('--disable-features='))).toHaveLength(1)
  expect(switches.find((text) => text.startsWith('--disable-features='))).toMatch(
    /,WebRtcHideLocalIpsWithMdns$/,
  )
  for (const never of [
    '--no-sandbox',
    '--disable-web-security',
    '--single-process',
    '--allow-running-insecure-content',
  ]) {
    expect(switches).not.toContain(never)
  }
})

test('patterns of webRequest', () => {
  expect(matchesPattern('app://daybook/a', ['app://daybook/*'])).toBe(true)
  expect(matchesPattern('app://daybookx/a', ['app://daybook/*'])).toBe(false)
  expect(matchesPattern('https://a.b/', ['<all_urls>'])).toBe(true)
  expect(matchesPattern('https://a.b/', undefined)).toBe(true)
  expect(matchesPattern('https://a.b/', [])).toBe(false)
})
