import { InputError } from '@backstage/errors';
import { SaxesParser } from 'saxes';
import { xmlReaders } from '../readers';
import type { XmlReportReader } from '../ReportReader';
import type { ReportSink } from '../ReportSink';

const deepest = 100;
const longestText = 16 * 1024 * 1024;

/**
 * Reads an XML report while it comes in. A document that declares entities is refused: none of the formats has any, and they are how
 * a small file grows without end or reads files of the server.
 */
export class XmlParser {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #decoder: TextDecoder;
  readonly #texts: string[] = [];
  #size = 0;
  #reader?: XmlReportReader;
  #reading?: ReturnType<XmlReportReader['open']>;

  private constructor(start: Buffer, private readonly sink: ReportSink) {
    this.#decoder = new TextDecoder(encodingOf(start));
    const parser = this.#parser;
    parser.on('error', error => {
      throw this.#broken(error.message);
    });
    parser.on('doctype', () => {
      throw new InputError(
        'The XML has a DOCTYPE, which could declare entities: send the report without it',
      );
    });
    parser.on('opentag', ({ name, attributes }) =>
      this.#open(name, attributes),
    );
    parser.on('closetag', ({ name }) => {
      this.#reading!.end(localName(name), this.#texts.pop() ?? '');
    });
    parser.on('text', text => this.#add(text));
    parser.on('cdata', text => this.#add(text));
  }

  static create(start: Buffer, sink: ReportSink): XmlParser {
    return new XmlParser(start, sink);
  }

  write(piece: Buffer): void {
    this.#parser.write(this.#decoder.decode(piece, { stream: true }));
  }

  end(): void {
    this.#parser.write(this.#decoder.decode());
    this.#parser.close();
    if (!this.#reading) {
      throw new InputError('The XML has no element');
    }
    this.#reading.finish();
  }

  /** The reader that recognised the root; there when all was read. */
  get reader(): XmlReportReader {
    if (!this.#reader) {
      throw new InputError('The XML has no element');
    }
    return this.#reader;
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (!this.#reading) {
      this.#reader = recogniseXml(name, attributes);
      this.#reading = this.#reader.open(this.sink);
    }
    if (this.#texts.length >= deepest) {
      throw new InputError(
        `The XML is nested more than ${deepest} levels deep`,
      );
    }
    this.#texts.push('');
    this.#size = 0;
    this.#reading.start(localName(name), attributes);
  }

  #add(text: string): void {
    const last = this.#texts.length - 1;
    if (last < 0) {
      return;
    }
    this.#size += text.length;
    if (this.#size > longestText) {
      throw new InputError(
        `The XML has a text of more than ${longestText} characters`,
      );
    }
    this.#texts[last] += text;
  }

  /** Its own message can quote the document, so that only the place and the kind are told. */
  #broken(message: string): InputError {
    const kind = /unexpected end|unclosed tag/.test(message)
      ? 'it ends in the middle'
      : 'it is not well-formed there';
    return new InputError(
      `The report is not valid XML at line ${this.#parser.line}, column ${
        this.#parser.column
      }: ${
        /undefined entity/.test(message)
          ? 'it uses an entity that XML does not have'
          : kind
      }`,
    );
  }
}

function recogniseXml(
  name: string,
  attributes: Record<string, string>,
): XmlReportReader {
  const colon = name.indexOf(':');
  const namespace =
    attributes[colon < 0 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`];
  const root = { name: localName(name), namespace };
  const fitting = xmlReaders.filter(reader => reader.recognise(root));
  if (fitting.length === 1) {
    return fitting[0];
  }
  throw new InputError(
    `The report is XML of no format that is read: its root is <${root.name.slice(
      0,
      60,
    )}>${
      namespace ? ` of ${namespace.slice(0, 120)}` : ' of no namespace'
    }. Read are ${xmlReaders.map(({ format }) => format).join(', ')}`,
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** As the declaration says, else UTF-8, to which texts in UTF-16 were brought already. */
function encodingOf(start: Buffer): string {
  const declared =
    /^<\?xml[^>]{0,200}?encoding=["']([\w.-]{1,40})["']/.exec(
      start.subarray(0, 300).toString('latin1'),
    )?.[1] ?? 'utf-8';
  const encoding = declared.toLowerCase();
  if (/^(?:utf-8|utf-16(?:le|be)?|us-ascii)$/.test(encoding)) {
    return 'utf-8';
  }
  if (/^(?:iso-8859-1|windows-1252)$/.test(encoding)) {
    return 'windows-1252';
  }
  throw new InputError(
    `The XML says that it is written in ${encoding}: UTF-8 and UTF-16 are read`,
  );
}
