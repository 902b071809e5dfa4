import http from 'node:http';
import https from 'node:https';

/** How a server is asked, and what is believed of it. */
export type GetJsonOptions = {
  headers: Record<string, string>;
  /** PEM of the authorities that may vouch for the server; those of the machine where it is absent. */
  ca?: string;
  /** Takes any certificate. */
  skipTLSVerify: boolean;
  /** Milliseconds, for all of it. */
  timeout: number;
  /** Bytes of an answer that are read at most. */
  maxAnswer: number;
};

/** What a server answered; `body` is undefined where it is no JSON. */
export type JsonAnswer = { status: number; body: unknown };

/**
 * Asks a server, whose authorities may be its own, for JSON. Redirects are not followed. Fails with an Error that says in words why no
 * answer came.
 */
export async function getJson(
  url: string,
  options: GetJsonOptions,
): Promise<JsonAnswer> {
  const signal = AbortSignal.timeout(options.timeout);
  try {
    return await get(url, options, signal);
  } catch (error) {
    if (signal.aborted) {
      throw new Error(`nothing came within ${options.timeout} ms`);
    }
    const { message, code } = error as Error & { code?: string };
    throw new Error(message || code || 'the connection failed');
  }
}

function get(
  url: string,
  options: GetJsonOptions,
  signal: AbortSignal,
): Promise<JsonAnswer> {
  const { headers, ca, skipTLSVerify, maxAnswer } = options;
  const { request } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        signal,
        // No connection outlives what was asked with its secret.
        agent: false,
        ca,
        rejectUnauthorized: !skipTLSVerify,
        headers: { accept: 'application/json', ...headers },
      },
      response => {
        readText(response, maxAnswer).then(
          text =>
            resolve({ status: response.statusCode ?? 0, body: parse(text) }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function readText(
  response: http.IncomingMessage,
  maxAnswer: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop closes the connection.
  for await (const chunk of response) {
    size += chunk.length;
    if (size > maxAnswer) {
      throw new Error(`it is larger than ${maxAnswer} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
