import path from 'node:path';
import { lineAt, textOf, type TreeFile } from '../../files/FileTree';
import { loadPackage } from '../../support/loadPackage';
import { loadGoTool } from '../../support/loadGoTool';
import type { Finding } from '../Check';
import { asArray, asObject, type YamlObject } from '../readYaml';

type ParseHcl = (file: string, text: string) => Promise<YamlObject>;
let parser: Promise<ParseHcl> | undefined;

async function parseHcl(file: string, text: string): Promise<YamlObject> {
  parser ??= loadGoTool(async () => {
    const { parse } =
      loadPackage<typeof import('@cdktf/hcl2json')>('@cdktf/hcl2json');
    // It starts with the first file.
    await parse('empty.tf', '');
    return parse;
  });
  return (await parser)(file, text);
}

/** A block of Terraform with two labels, such as a resource. */
export interface TerraformBlock {
  type: string;
  name: string;
  file: string;
  line?: number;
  body: YamlObject;
}

/** The Terraform files of one folder, which Terraform reads as one. */
export class TerraformModule {
  /** Reads files of one folder. What is no HCL comes as findings. */
  static async read(
    files: TreeFile[],
  ): Promise<{ module: TerraformModule; findings: Finding[] }> {
    const parsed: { file: string; text: string; content: YamlObject }[] = [];
    const findings: Finding[] = [];
    for (const file of files) {
      const text = textOf(file) ?? '';
      try {
        parsed.push({
          file: file.path,
          text,
          content: await parseHcl(path.posix.basename(file.path), text),
        });
      } catch (error) {
        findings.push(describeSyntaxError(file.path, String(error)));
      }
    }
    return { module: new TerraformModule(parsed), findings };
  }

  private constructor(
    private readonly files: {
      file: string;
      text: string;
      content: YamlObject;
    }[],
  ) {}

  /** The first file, for findings that belong to no place. */
  get file(): string {
    return this.files[0]?.file ?? '';
  }

  /** The contents of blocks without labels, such as `terraform`. */
  blocks(kind: string): YamlObject[] {
    return this.files.flatMap(({ content }) =>
      asArray(content[kind]).map(asObject),
    );
  }

  /** The names of blocks with one label, such as `variable`. */
  names(kind: string): string[] {
    return this.files.flatMap(({ content }) =>
      Object.keys(asObject(content[kind])),
    );
  }

  /** The contents of blocks with one label, such as `provider`. */
  labelled(kind: string): Map<string, YamlObject[]> {
    return new Map(
      this.files.flatMap(({ content }) =>
        Object.entries(asObject(content[kind])).map(([name, bodies]) => [
          name,
          asArray(bodies).map(asObject),
        ]),
      ),
    );
  }

  /** Resources or data sources. */
  pairs(kind: 'resource' | 'data'): TerraformBlock[] {
    return this.files.flatMap(({ file, text, content }) =>
      Object.entries(asObject(content[kind])).flatMap(([type, named]) =>
        Object.entries(asObject(named)).flatMap(([name, bodies]) =>
          asArray(bodies).map(body => ({
            type,
            name,
            file,
            line: lineOfBlock(text, kind, type, name),
            body: asObject(body),
          })),
        ),
      ),
    );
  }

  /** Everything that an expression of a file refers to and that has to be declared: `var.x`, `local.x`, `type.name`. */
  references(): { file: string; line: number; name: string }[] {
    return this.files.flatMap(({ file, text }) => {
      // Comments and the text of strings refer to nothing; what is in `${ }` does.
      const code = text
        .replace(/^\s*(#|\/\/).*$/gm, found => ' '.repeat(found.length))
        .replace(/"(?:\\.|\$\{[^}]*\}|[^"\\])*"/g, keepInterpolations);
      return [
        ...code.matchAll(
          /(?<![\w.-])(var|local|module|data\.[a-z]\w*|(?:aws|azurerm|random|azuread)_\w+)\.([A-Za-z_][\w-]*)/g,
        ),
      ].map(match => ({
        file,
        line: lineAt(text, match.index),
        name: `${match[1]}.${match[2]}`,
      }));
    });
  }
}

function keepInterpolations(text: string): string {
  const kept = [...text.matchAll(/\$\{[^}]*\}/g)];
  return kept.reduce(
    (blank, { 0: part, index }) =>
      blank.slice(0, index) + part + blank.slice(index + part.length),
    ' '.repeat(text.length),
  );
}

function lineOfBlock(
  text: string,
  kind: string,
  type: string,
  name: string,
): number | undefined {
  const offset = text.search(
    new RegExp(`^\\s*${kind}\\s+"?${type}"?\\s+"?${name}"?\\s*\\{`, 'm'),
  );
  return offset < 0 ? undefined : lineAt(text, offset + 1);
}

function describeSyntaxError(file: string, error: string): Finding {
  // "parse config: [main.tf:5,13-33: Argument definition required; ...]"
  const place = error.match(/:(\d+),\d+[^:]*: ([\s\S]*?)\]?$/);
  return {
    file,
    line: place ? Number(place[1]) : undefined,
    message: place?.[2] ?? error,
    rule: 'terraform/syntax',
  };
}
