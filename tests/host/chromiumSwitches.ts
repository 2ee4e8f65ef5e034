// The switches Chromium is started with: nothing that calls home, nothing that asks the user, and the switches the
// application appended for itself. Kept apart from starting it so that a test can read the list.

/** Features of a browser, not of an application's window; several of them send requests on their own. */
const DISABLED_FEATURES = [
  'AimEnabled',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'Translate',
]

const SILENT = [
  '--disable-back-forward-cache',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
]

/** The same picture and behaviour on every machine. */
const STEADY = [
  '--disable-dev-shm-usage', // containers give /dev/shm 64 MB
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--mute-audio',
  '--password-store=basic',
  '--use-mock-keychain',
]

export interface ChromiumOptions {
  readonly profileFolder: string
  readonly headful: boolean
  readonly noSandbox: boolean
  /** What the application appended before `ready`. */
  readonly appended: ReadonlyMap<string, string>
  /** Switches of the host's own command line that Chromium should see (name to value). */
  readonly passedOn: ReadonlyMap<string, string>
  readonly extra: readonly string[]
}

/** Chromium's arguments, in order. */
export function chromiumSwitches(options: ChromiumOptions): string[] {
  const write = ([name, value]: readonly [string, string]): string =>
    value ? `--${name}=${value}` : `--${name}`
  const listed = (name: string, own: readonly string[]): string =>
    `--${name}=${[...own, options.appended.get(name)].filter(Boolean).join(',')}`
  // The headless shell knows the same setting under its older name only.
  const webRtc = options.appended.get('webrtc-ip-handling-policy')
  const lists = new Set(['disable-features', 'enable-features'])
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${options.profileFolder}`,
    ...SILENT,
    ...STEADY,
    listed('disable-features', DISABLED_FEATURES),
    listed('enable-features', ['SkipListAccountsWithoutGaiaCookies']),
    ...(options.noSandbox ? ['--no-sandbox'] : []),
    ...Array.from(options.passedOn, write),
    ...Array.from(options.appended)
      .filter(([name]) => !lists.has(name))
      .map(write),
    ...(webRtc === undefined ? [] : [`--force-webrtc-ip-handling-policy=${webRtc}`]),
    ...options.extra,
    // --app=about:blank is ignored and gives a browser with tabs; --test-type removes the bar about switches.
    ...(options.headful
      ? ['--test-type', '--window-size=1100,760', '--app=data:text/html,<title>Daybook</title>']
      : ['--headless', '--hide-scrollbars', '--window-size=1280,800', 'about:blank']),
  ]
}
