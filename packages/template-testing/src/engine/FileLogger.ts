import { createWriteStream, type WriteStream } from 'node:fs';
import type {
  LoggerService,
  RootLoggerService,
} from '@backstage/backend-plugin-api';

type Meta = Parameters<LoggerService['info']>[1];

/** Writes what the engine logs into a file: on the terminal it would bury the report. */
export class FileLogger implements RootLoggerService {
  static create(file: string): FileLogger {
    return new FileLogger(createWriteStream(file, { flags: 'a' }), {});
  }

  private constructor(
    private readonly stream: WriteStream,
    private readonly context: object,
  ) {}

  error(message: string, meta?: Meta): void {
    this.write('error', message, meta);
  }

  warn(message: string, meta?: Meta): void {
    this.write('warn', message, meta);
  }

  info(message: string, meta?: Meta): void {
    this.write('info', message, meta);
  }

  debug(): void {}

  child(meta: object): LoggerService {
    return new FileLogger(this.stream, { ...this.context, ...meta });
  }

  private write(level: string, message: string, meta?: Meta): void {
    const fields = meta instanceof Error ? { error: meta.stack } : { ...meta };
    this.stream.write(
      `${new Date().toISOString()} ${level} ${message} ${JSON.stringify({
        ...this.context,
        ...fields,
      })}\n`,
    );
  }
}
