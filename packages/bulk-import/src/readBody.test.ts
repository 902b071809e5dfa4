import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { readBody, type BodyLimits } from './readBody';

const limits: BodyLimits = {
  idleTimeout: 5000,
  maxBytes: 1024 * 1024,
  setting: 'limit',
};

describe('readBody', () => {
  const servers: Server[] = [];

  afterEach(() =>
    servers.splice(0).forEach(server => {
      server.closeAllConnections();
      server.close();
    }),
  );

  /** What a server reads of pieces, sent with a pause between them. */
  async function receive(
    pieces: Iterable<Buffer | string>,
    options: BodyLimits = limits,
    pause = 20,
  ): Promise<string> {
    const server = createServer(async (incoming, response) => {
      let bytes = 0;
      try {
        for await (const chunk of readBody(incoming, options)) {
          bytes += chunk.length;
        }
        response.end(`${bytes} bytes`);
      } catch (error) {
        response.end(String(error));
      }
    });
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const call = request({ port, host: '127.0.0.1', method: 'POST' });
    call.on('error', () => undefined);
    let answered = false;
    const answer = once(call, 'response').then(([response]) => {
      answered = true;
      return text(response);
    });
    for (const piece of pieces) {
      if (answered) {
        break;
      }
      call.write(piece);
      await setTimeout(pause);
    }
    call.end();
    return answer;
  }

  it('takes gzip of several members, as tools that compress in parallel write it', async () => {
    const [first, second] = [gzipSync('first\n'), gzipSync('second\n')];
    expect(await receive([Buffer.concat([first, second])])).toBe('13 bytes');
    expect(await receive([first, second])).toBe('13 bytes');
    expect(
      await receive([first, second.subarray(0, 1), second.subarray(1)]),
    ).toBe('13 bytes');
  });

  it('refuses whatever else follows a whole gzip stream', async () => {
    const whole = gzipSync('line\n');
    for (const rest of ['rubbish', '\0rubbish', '\u001f', '\0']) {
      const expected = /^InputError: .*gzip .*nothing was imported/;
      expect(await receive([whole, rest])).toMatch(expected);
      expect(
        await receive([Buffer.concat([whole, Buffer.from(rest)])]),
      ).toMatch(expected);
    }
    expect(await receive([whole, '\0', 'rubbish', 'more'])).toMatch(
      /^InputError: .*gzip .*nothing was imported/,
    );
  });

  it('stops at the limit, whether bytes come as they are or compressed', async () => {
    const most = Buffer.alloc(limits.maxBytes, '\n');
    const more = Buffer.alloc(limits.maxBytes + 1, '\n');
    expect(await receive([most])).toBe('1048576 bytes');
    expect(await receive([gzipSync(most)])).toBe('1048576 bytes');
    const reason =
      /^InputError: .*more than 1048576 bytes.*nothing was imported.*raise limit in/;
    expect(await receive([more])).toMatch(reason);
    expect(await receive([gzipSync(more)])).toMatch(reason);
    // A bomb is left before it is inflated.
    expect(await receive([gzipSync(Buffer.alloc(64_000_000))])).toMatch(reason);
  });

  it('gives up a sender that keeps a connection open with next to nothing', async () => {
    const options = { ...limits, progress: { window: 200, bytes: 1000 } };
    const quick = Buffer.alloc(100_000, '\n');
    // What came quickly before does not pay for standing still.
    const trickle = [quick, ...Array(100).fill('\n')];
    expect(await receive(trickle, options)).toMatch(
      /^InputError: .*fewer than 1000 bytes in 0.2 seconds.*nothing was imported/,
    );
    const steady = Array(40).fill(Buffer.alloc(500, '\n'));
    expect(await receive(steady, options)).toBe('20000 bytes');
  });

  it('does not count the time in which nobody asks for bytes', async () => {
    const options = { ...limits, progress: { window: 200, bytes: 1000 } };
    const server = createServer(async (incoming, response) => {
      try {
        for await (const chunk of readBody(incoming, options)) {
          await setTimeout(chunk.length > 0 ? 300 : 0);
        }
        response.end('read');
      } catch (error) {
        response.end(String(error));
      }
    });
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const call = request({ port, host: '127.0.0.1', method: 'POST' });
    const answer = once(call, 'response');
    for (let index = 0; index < 4; index += 1) {
      call.write('\n\n');
      await setTimeout(30);
    }
    call.end();
    const [response] = await answer;
    expect(await text(response)).toBe('read');
  });
});
