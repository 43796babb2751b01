import { IntlMessageFormat } from 'intl-messageformat';

type Node = {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
};

/**
 * The placeholders of a text in ICU message syntax. A plural or a selection has its forms.
 *
 * @throws SyntaxError if the text is not well formed.
 */
export function placeholdersOf(text: string, language: string): ReadonlyMap<string, string[]> {
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return collect(format.getAst() as unknown as Node[], new Map());
}

function collect(nodes: readonly Node[], found: Map<string, string[]>) {
  for (const { type, value = '', options } of nodes) {
    // In the parser, node type 0 is plain text and 7 is the number of a plural.
    if (type === 0 || type === 7) continue;
    found.set(value, [...(found.get(value) ?? []), ...Object.keys(options ?? {})]);
    for (const option of Object.values(options ?? {})) collect(option.value, found);
  }
  return found;
}
