/**
 * Whether exported symbols are documented as the project wants it: a sentence each, `@param` and
 * `@returns`, units in brackets beside numbers, an `@example` for functions and classes.
 */

/** A type, as `deno doc --json` writes it; as much as is read here. */
export interface DocType {
  readonly repr?: string;
  readonly kind?: string;
  readonly value?: unknown;
}

/** A comment. */
export interface DocComment {
  readonly doc?: string;
  readonly tags?: readonly {
    readonly kind: string;
    readonly name?: string;
    readonly doc?: string;
  }[];
}

/** A parameter. */
export interface DocParam {
  readonly kind: string;
  readonly name?: string;
  readonly left?: DocParam;
  readonly arg?: DocParam;
  readonly tsType?: DocType;
}

/** What a function takes and gives. */
export interface DocFunction {
  readonly params?: readonly DocParam[];
  readonly returnType?: DocType;
}

/** A property or a method. */
export interface DocMember extends DocFunction {
  readonly name: string;
  readonly kind?: string;
  readonly accessibility?: string;
  readonly isOverride?: boolean;
  readonly jsDoc?: DocComment;
  readonly tsType?: DocType;
  readonly functionDef?: DocFunction;
}

/** One declaration of a symbol. */
export interface DocDeclaration {
  readonly kind: string;
  readonly declarationKind?: string;
  readonly jsDoc?: DocComment;
  readonly def?: DocFunction & {
    readonly properties?: readonly DocMember[];
    readonly methods?: readonly DocMember[];
    readonly constructors?: readonly (DocFunction & { readonly jsDoc?: DocComment })[];
  };
}

/** A symbol that a module exports. */
export interface DocSymbol {
  readonly name: string;
  readonly declarations: readonly DocDeclaration[];
}

const UNIT = /\[[^\]]+\]/;

function isNumber(type: DocType | undefined): boolean {
  return type?.repr === "number" && type.kind === "keyword";
}

function tags(comment: DocComment | undefined, kind: string): string[] {
  return (comment?.tags ?? []).filter((tag) => tag.kind === kind).map((tag) => tag.doc ?? "");
}

function paramName(param: DocParam): string | undefined {
  return param.name ?? param.left?.name ?? param.arg?.name;
}

/** What is missing in the comment of a function. */
function functionGaps(name: string, def: DocFunction, comment: DocComment | undefined): string[] {
  const said = new Map(
    (comment?.tags ?? []).filter((tag) => tag.kind === "param").map((
      tag,
    ) => [tag.name, tag.doc ?? ""]),
  );
  const params = (def.params ?? []).flatMap((param) => {
    const called = paramName(param);
    if (called === undefined) {
      return said.size >= (def.params ?? []).length ? [] : [`${name}: no @param for an object`];
    }
    const doc = said.get(called);
    if (doc === undefined) return [`${name}: no @param ${called}`];
    const number = isNumber(param.tsType ?? param.left?.tsType);
    return number && !UNIT.test(doc) ? [`${name}: no unit for ${called}`] : [];
  });
  const type = def.returnType?.repr;
  const nothing = type === undefined || type === "void" || type === "never" ||
    (type === "Promise" && JSON.stringify(def.returnType).includes('"void"'));
  if (nothing) return params;
  const [returns] = tags(comment, "return");
  if (returns === undefined) return [...params, `${name}: no @returns`];
  return isNumber(def.returnType) && !UNIT.test(returns)
    ? [...params, `${name}: no unit in @returns`]
    : params;
}

function methodGaps(name: string, member: DocMember): string[] {
  const { jsDoc, kind } = member;
  const def = member.functionDef ?? member;
  if (member.accessibility === "private" || member.isOverride) return [];
  if (!jsDoc?.doc) return [`${name}: no documentation`];
  if (kind === "getter") {
    return isNumber(def.returnType) && !UNIT.test(jsDoc.doc) ? [`${name}: no unit`] : [];
  }
  return functionGaps(name, def, jsDoc);
}

function memberGaps(owner: string, declaration: DocDeclaration): string[] {
  const { properties = [], methods = [], constructors = [] } = declaration.def ?? {};
  return [
    ...properties.filter((property) => property.accessibility !== "private").flatMap((property) => {
      const name = `${owner}.${property.name}`;
      if (!property.jsDoc?.doc) return [`${name}: no documentation`];
      const bare = isNumber(property.tsType) && !UNIT.test(property.jsDoc.doc);
      return bare ? [`${name}: no unit`] : [];
    }),
    ...methods.flatMap((method) => methodGaps(`${owner}.${method.name}`, method)),
    ...constructors.filter(({ params = [] }) => params.length > 0).flatMap((made) =>
      made.jsDoc === undefined
        ? [`new ${owner}: no documentation`]
        : functionGaps(`new ${owner}`, { params: made.params ?? [] }, made.jsDoc)
    ),
  ];
}

/**
 * What the documentation of a module's exports lacks.
 *
 * @param symbols Symbols, as `deno doc --json` gives them.
 * @returns One line per gap.
 */
export function docGaps(symbols: readonly DocSymbol[]): string[] {
  return symbols.flatMap(({ name, declarations }) =>
    declarations.flatMap((declaration) => {
      const { kind, jsDoc, def } = declaration;
      if (kind === "import" || kind === "namespace" || kind === "moduleDoc") return [];
      if (!jsDoc?.doc?.trim()) return [`${name}: no documentation`];
      const runs = kind === "function" || kind === "class";
      const examples = tags(jsDoc, "example");
      const gaps = runs && !examples.some((example) => /^\S.*\n[\s\S]*assert/.test(example.trim()))
        ? [`${name}: no titled @example with an assertion`]
        : [];
      if (kind === "function") return [...gaps, ...functionGaps(name, def ?? {}, jsDoc)];
      return [...gaps, ...memberGaps(name, declaration)];
    })
  );
}
