/**
 * Daybook sends no packet. Chromium and Electron would: spell-check dictionaries, component updates, WebRTC and
 * mDNS probes, hyperlink pings. Each switch below stops one; the resolver rule stops what is left, since no name
 * resolves. Counted in a network namespace by the end-to-end run.
 */

/** The part of Electron's command line that is used, so that a test can pass its own. */
export interface Switches {
  appendSwitch(name: string, value?: string): void
}

export function applyNetworkSwitches(commandLine: Switches): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  // The headless shell knows only this spelling of the same policy.
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}
