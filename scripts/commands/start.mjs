import { ensureFrontend } from '../bootstrap/ensureFrontend.mjs';
import { ensureMkdocs, mkdocsCure } from '../bootstrap/systemTools.mjs';
import { loadDemo } from '../demo/loadDemo.mjs';
import { choosePort } from '../runtime/choosePort.mjs';
import { startPortal } from '../runtime/startPortal.mjs';
import {
  readPortalConfig,
  localConfigFiles,
} from '../runtime/readPortalConfig.mjs';

/** `npm start`: sets everything up and runs the portal until Ctrl-C. */
export async function run() {
  const stopping = new AbortController();
  const asked = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        stopping.abort();
        resolve('asked');
      });
    }
  });
  const port = await choosePort();
  await ensureFrontend();
  const mkdocs = await ensureMkdocs();
  if (!mkdocs) {
    console.log(mkdocsCure);
  }
  console.log('Starting the database and the backend ...');
  const portal = await startPortal({
    port,
    mkdocs,
    configFiles: localConfigFiles(),
    signal: stopping.signal,
  });
  if (!portal) {
    return 130;
  }
  console.log(`Portal ready: ${portal.url}`);
  const demo = showDemo(portal, stopping.signal);
  const reason = await Promise.race([asked, portal.failed]);
  stopping.abort();
  if (reason === 'asked') {
    console.log('\nStopping ...');
  } else {
    console.error(`\n${reason}`);
  }
  await demo;
  await portal.stop();
  return reason === 'asked' ? 0 : 1;
}

async function showDemo(portal, signal) {
  const config = await readPortalConfig(portal.configFiles);
  if (!config.getOptionalBoolean('portal.demo')) {
    return;
  }
  try {
    await loadDemo({
      baseUrl: portal.url,
      token: portal.token,
      webhookSecret: portal.webhookSecret,
      dataDir: portal.dataDirectory,
      log: message => console.log(message),
      signal,
    });
    console.log('Demo organisation: complete');
  } catch (error) {
    if (!signal.aborted) {
      console.error(
        `The demo organisation could not be loaded: ${error.message}`,
      );
    }
  }
}
