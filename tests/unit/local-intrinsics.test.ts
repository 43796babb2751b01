// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so CloudFormation writes its substitutions

import { describe, expect, it } from 'vitest';
import { resolve, type Scope, type TemplateValue } from '../../infra/local/template/intrinsics.ts';

const scope: Scope = {
  ref: (name) => {
    if (name === 'Nothing') throw new Error('no Nothing');
    return `ref-${name}`;
  },
  attribute: (logicalId, attribute) => `${logicalId}/${attribute}`,
  imported: (name) => `imported-${name}`,
  output: (stack, output) => `${stack}:${output}`,
  condition: (name) => name === 'Yes',
};
const resolved = (value: TemplateValue) => resolve(value, scope);

describe('resolve', () => {
  it.each<[string, TemplateValue, TemplateValue]>([
    ['a reference', { Ref: 'Table' }, 'ref-Table'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'Table/Arn'],
    ['an attribute with dots', { 'Fn::GetAtt': 'Table.Outputs.Name' }, 'Table/Outputs.Name'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Join': ['-', ['a', 'b']] } }, 'imported-a-b'],
    ['an output', { 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Name' } }, 'Data:Name'],
    ['a join of what must be resolved', { 'Fn::Join': ['/', ['x', { Ref: 'A' }, 3]] }, 'x/ref-A/3'],
    ['an empty join', { 'Fn::Join': ['', []] }, ''],
    ['a part of a split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    ['a choice', { 'Fn::If': ['Yes', 'yes', 'no'] }, 'yes'],
    ['the other choice', { 'Fn::If': ['No', 'yes', { Ref: 'B' }] }, 'ref-B'],
  ])('carries out %s', (_, value, expected) => {
    expect(resolved(value)).toEqual(expected);
  });

  it('substitutes references, attributes and own values, and leaves literals', () => {
    expect(resolved({ 'Fn::Sub': 'https://${Api}/${Table.Arn}/${!kept}' })).toBe(
      'https://ref-Api/Table/Arn/${kept}',
    );
    expect(resolved({ 'Fn::Sub': ['${Own}-${Other}', { Own: { Ref: 'X' } }] })).toBe(
      'ref-X-ref-Other',
    );
  });

  it('reaches into objects and lists, and takes out what has no value', () => {
    expect(
      resolved({
        a: [{ Ref: 'One' }, { Ref: 'AWS::NoValue' }, null],
        b: { Ref: 'AWS::NoValue' },
        c: 1,
      }),
    ).toEqual({ a: ['ref-One', null], c: 1 });
  });

  it('keeps an object that only looks like a function', () => {
    expect(resolved({ Ref: 'A', Other: 'B' })).toEqual({ Ref: 'A', Other: 'B' });
  });

  it('refuses what it does not know, and what refers to nothing', () => {
    expect(() => resolved({ 'Fn::Cidr': ['10.0.0.0/16', 1, 8] })).toThrow('Fn::Cidr');
    expect(() => resolved({ deep: [{ Ref: 'Nothing' }] })).toThrow('no Nothing');
    expect(() => resolved({ 'Fn::Select': [5, ['a']] })).toThrow('Fn::Select');
  });
});
