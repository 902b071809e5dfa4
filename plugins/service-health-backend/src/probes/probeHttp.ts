import http from 'node:http';
import https from 'node:https';
import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { ProbeContext, ProbeResult } from './ProbeResult';
import { judgeLatency } from './judgeLatency';

type HttpSettings = Extract<CheckSettings, { kind: 'http' }>;
type Answer = { status: number; location?: string; body: string };

const maxRedirects = 5;
/** What is looked at of a body, in bytes. */
const maxBody = 262_144;

/** Asks for a page. Each address on the way, after a redirect too, is checked by the guard. */
export async function probeHttp(
  settings: HttpSettings,
  context: ProbeContext,
): Promise<ProbeResult> {
  const started = performance.now();
  const signal = AbortSignal.timeout(context.timeout);
  let url = new URL(settings.url);
  for (let redirects = 0; ; redirects++) {
    const answer = await get(url, settings, context, signal);
    const { status, location } = answer;
    const isRedirect = status >= 300 && status < 400 && status !== 304;
    if (
      isRedirect &&
      location !== undefined &&
      URL.canParse(location, url.href)
    ) {
      if (redirects === maxRedirects) {
        return { state: 'down', reason: `More than ${maxRedirects} redirects` };
      }
      url = new URL(location, url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        return { state: 'down', reason: `A redirect leads to ${url.protocol}` };
      }
      continue;
    }
    const latency = Math.round(performance.now() - started);
    return judge(answer, settings, latency);
  }
}

function judge(
  { status, body }: Answer,
  settings: HttpSettings,
  latency: number,
): ProbeResult {
  if (!settings.status.some(({ from, to }) => status >= from && status <= to)) {
    return { state: 'down', latency, reason: `HTTP status ${status}` };
  }
  if (settings.contains !== undefined && !body.includes(settings.contains)) {
    return {
      state: 'down',
      latency,
      reason: `The answer does not contain "${settings.contains}"`,
    };
  }
  return judgeLatency(latency, settings.within);
}

async function get(
  url: URL,
  settings: HttpSettings,
  context: ProbeContext,
  signal: AbortSignal,
): Promise<Answer> {
  const { address, family } = await context.guard.check(url.hostname);
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        signal,
        // A connection of its own, to the address that was checked.
        agent: false,
        lookup: (_host, options, done) =>
          options.all
            ? done(null, [{ address, family }])
            : done(null, address, family),
        headers: {
          accept: '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'portal-service-health',
        },
        maxHeaderSize: 16_384,
      },
      response => {
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = () => {
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            body: Buffer.concat(chunks).toString('utf8'),
          });
          response.destroy();
        };
        if (settings.contains === undefined) {
          finish();
          return;
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= maxBody) {
            finish();
          }
        });
        response.on('end', finish);
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
