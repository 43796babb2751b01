import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolve, type Scope, type TemplateValue } from './intrinsics.ts';
import { attributeOf, nameOf, PLACE, type Resource } from './names.ts';

/** One synthesised stack: its resources, and what its intrinsic functions mean on this machine. */
export type Stack = {
  readonly name: string;
  readonly resources: { readonly [logicalId: string]: Resource };
  readonly scope: Scope;
  /** Folder of a file asset, by the key under which it would be uploaded. */
  readonly asset: (objectKey: string) => string;
};

type Template = {
  readonly Resources?: { readonly [logicalId: string]: Resource };
  readonly Outputs?: {
    readonly [name: string]: {
      readonly Value: TemplateValue;
      readonly Export?: { readonly Name: TemplateValue };
    };
  };
  readonly Parameters?: { readonly [name: string]: { readonly Default?: TemplateValue } };
};

/** Reads every stack of a cloud assembly. @param folder which `cdk synth` would call `cdk.out` */
export function readStacks(folder: string): readonly Stack[] {
  const { artifacts } = json<Manifest>(join(folder, 'manifest.json'));
  const found = Object.entries(artifacts).flatMap(([id, { type, properties }]) => {
    if (type !== 'aws:cloudformation:stack' || properties?.templateFile === undefined) return [];
    const template = json<Template>(join(folder, properties.templateFile));
    return [{ name: properties.stackName ?? id, template, assets: assetsOf(folder, id) }];
  });
  const templates = new Map(found.map(({ name, template }) => [name, template]));
  return found.map(({ name, template, assets }) => ({
    name,
    resources: template.Resources ?? {},
    scope: scopeOf(name, template, templates),
    asset: (objectKey) => {
      const path = assets.get(objectKey);
      if (path === undefined) throw new Error(`${name} has no asset ${objectKey}`);
      return join(folder, path);
    },
  }));
}

type Manifest = {
  readonly artifacts: {
    readonly [id: string]: {
      readonly type: string;
      readonly properties?: { readonly templateFile?: string; readonly stackName?: string };
    };
  };
};

type Assets = {
  readonly files: {
    readonly [id: string]: {
      readonly source: { readonly path?: string };
      readonly destinations: { readonly [id: string]: { readonly objectKey: string } };
    };
  };
};

function assetsOf(folder: string, artifact: string): ReadonlyMap<string, string> {
  const { files } = json<Assets>(join(folder, `${artifact}.assets.json`));
  return new Map(
    Object.values(files).flatMap(({ source: { path }, destinations }) =>
      path === undefined ? [] : Object.values(destinations).map((to) => [to.objectKey, path]),
    ),
  );
}

function scopeOf(
  stackName: string,
  template: Template,
  templates: ReadonlyMap<string, Template>,
): Scope {
  const outputsOf = (name: string) => templates.get(name)?.Outputs ?? {};
  const elsewhere = (name: string) => scopeOf(name, templates.get(name) ?? {}, templates);
  const resource = (logicalId: string) => {
    const found = template.Resources?.[logicalId];
    if (found === undefined) throw new Error(`${stackName} has no resource ${logicalId}`);
    return found;
  };
  const scope: Scope = {
    ref: (name) => {
      const pseudo = PSEUDO[name];
      if (pseudo !== undefined) return pseudo;
      if (name === 'AWS::StackName') return stackName;
      const parameter = template.Parameters?.[name];
      if (parameter !== undefined) return parameter.Default ?? '';
      return nameOf(stackName, name, resource(name), scope);
    },
    attribute: (logicalId, attribute) => {
      const name = nameOf(stackName, logicalId, resource(logicalId), scope);
      return attributeOf(resource(logicalId).Type, name, attribute);
    },
    imported: (wanted) => {
      for (const [name, { Outputs = {} }] of templates)
        for (const { Value, Export } of Object.values(Outputs))
          if (Export !== undefined && resolve(Export.Name, elsewhere(name)) === wanted)
            return resolve(Value, elsewhere(name));
      throw new Error(`No stack exports ${wanted}`);
    },
    output: (stack, name) => {
      const found = outputsOf(stack)[name];
      if (found === undefined) throw new Error(`${stack} has no output ${name}`);
      return resolve(found.Value, elsewhere(stack));
    },
    condition: (name) => {
      throw new Error(`${stackName} depends on the condition ${name}, which is not known locally`);
    },
  };
  return scope;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': PLACE.region,
  'AWS::AccountId': PLACE.account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

function json<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}
