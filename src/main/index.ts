/** Entry of the app. Nothing here waits: Electron says "ready" only after this module has been evaluated. */
import { app } from 'electron'
import { start } from './start.ts'

// Some Linux launchers add the switch when the system forbids user namespaces; pages would run unconfined.
if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox')) {
  process.stderr.write(
    'Daybook does not run without its sandbox: allow user namespaces, or install the deb package.\n',
  )
  app.exit(1)
} else if (app.requestSingleInstanceLock()) start()
else app.exit(0)
