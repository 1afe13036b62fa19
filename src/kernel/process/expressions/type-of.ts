/** Types of the FEEL subset: what an expression gives, or the Vietnamese sentence that says why it gives nothing. */
import { FUNCTIONS, suits } from './functions.ts';
import { operatorOf, partsOf, type SyntaxNode, textOf } from './syntax.ts';
import {
  type ListType,
  type ScalarType,
  TYPE_LABELS,
  type VariableType,
  type Variables,
} from './variables.ts';

export type Typed =
  | { readonly type: ScalarType | ListType | 'null'; readonly problem?: never }
  | { readonly problem: string; readonly type?: never };

type Source = { readonly text: string; readonly variables: Variables };

const LITERALS: ReadonlyMap<string, Typed> = new Map([
  ['NumericLiteral', { type: 'number' }],
  ['StringLiteral', { type: 'string' }],
  ['BooleanLiteral', { type: 'boolean' }],
  ['null', { type: 'null' }],
]);

export function typeOf(node: SyntaxNode, source: Source): Typed {
  const parts = partsOf(node);
  const [only] = parts;
  switch (node.name) {
    case 'Expression':
    case 'ParenthesizedExpression':
    case 'PositiveUnaryTest':
    case 'SimplePositiveUnaryTest':
      return only !== undefined && parts.length === 1 && operatorOf(node, source.text) === ''
        ? typeOf(only, source)
        : unsupported(node, source);
    case 'Disjunction':
    case 'Conjunction':
      return allOf(parts, source, 'boolean', 'boolean');
    case 'ArithmeticExpression':
      return allOf(parts, source, 'number', 'number');
    case 'Comparison':
      return comparison(node, source);
    case 'FunctionInvocation':
      return invocation(node, source);
    case 'PathExpression':
    case 'VariableName':
      return variable(node, source);
    case 'List':
    case 'PositiveUnaryTests':
    case 'Interval':
      return list(parts, source);
    case 'DateTimeLiteral':
      return dateLiteral(node, source);
    default:
      return LITERALS.get(node.name) ?? unsupported(node, source);
  }
}

export function typeWords(type: ScalarType | ListType | 'null'): string {
  if (type === 'null') return 'trống';
  return typeof type === 'string' ? TYPE_LABELS[type] : `danh sách ${TYPE_LABELS[type.list]}`;
}

function unsupported(node: SyntaxNode, { text }: Source): Typed {
  return { problem: `không dùng được “${textOf(node, text)}” trong điều kiện` };
}

/** Every part must be of one type, and the whole is then of another. */
function allOf(
  parts: readonly SyntaxNode[],
  source: Source,
  ...[wanted, result]: readonly [ScalarType, ScalarType]
): Typed {
  for (const part of parts) {
    const typed = typeOf(part, source);
    if (typed.problem !== undefined) return typed;
    if (typed.type !== wanted) {
      return {
        problem: `“${textOf(part, source.text)}” phải là ${TYPE_LABELS[wanted]}, không phải ${typeWords(typed.type)}`,
      };
    }
  }
  return { type: result };
}

function comparison(node: SyntaxNode, source: Source): Typed {
  const [first, ...others] = partsOf(node);
  const operator = operatorOf(node, source.text);
  if (first === undefined || others.length === 0) return unsupported(node, source);
  const left = typeOf(first, source);
  if (left.problem !== undefined) return left;
  for (const other of others) {
    // The library reads all that follows "in", up to the next bracket, as what to look in.
    if (operator === 'in' && /^(Con|Dis)junction$/.test(partsOf(other)[0]?.name ?? '')) {
      return { problem: 'khi nối với and, or, hãy đặt cả phép “in” trong ngoặc đơn' };
    }
    const right = typeOf(other, source);
    if (right.problem !== undefined) return right;
    const problem = compare(operator, left.type, operator === 'in' ? elementOf(right.type) : right.type);
    if (problem !== null) return { problem: `“${textOf(node, source.text)}”: ${problem}` };
  }
  return { type: 'boolean' };
}

type Comparable = ScalarType | ListType | 'null';

/** The Vietnamese reason why two types cannot be compared so, or null. */
function compare(operator: string, left: Comparable, right: Comparable): string | null {
  if (typeof left !== 'string' || typeof right !== 'string') return 'không so sánh được cả danh sách';
  if (operator === '=' || operator === '!=' || operator === 'in') {
    const isFine = left === right || left === 'null' || right === 'null';
    return isFine ? null : `không so sánh được ${typeWords(left)} với ${typeWords(right)}`;
  }
  if (left !== right) return `không so sánh được ${typeWords(left)} với ${typeWords(right)}`;
  return left === 'number' || left === 'date'
    ? null
    : 'chỉ so sánh lớn hơn, nhỏ hơn giữa hai số hoặc hai ngày';
}

function elementOf(type: Comparable): Comparable {
  return typeof type === 'string' ? type : type.list;
}

function list(parts: readonly SyntaxNode[], source: Source): Typed {
  const [first] = parts;
  const typed = first === undefined ? { problem: 'danh sách trống' } : typeOf(first, source);
  if (typed.problem !== undefined) return typed;
  if (typeof typed.type !== 'string' || typed.type === 'null')
    return { problem: 'danh sách chỉ gồm các giá trị đơn' };
  const rest = allOf(parts, source, typed.type, typed.type);
  return rest.problem === undefined ? { type: { list: typed.type } } : rest;
}

function invocation(node: SyntaxNode, source: Source): Typed {
  const [called, given] = partsOf(node);
  const name = called === undefined ? '' : textOf(called, source.text);
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined || given?.name !== 'PositionalParameters') {
    return { problem: `không dùng được hàm “${name}”` };
  }
  const parameters = partsOf(given).map((part) => typeOf(part, source));
  const wrong = parameters.find((typed) => typed.problem !== undefined);
  if (wrong !== undefined) return wrong;
  const fits =
    parameters.length === known.parameters.length &&
    known.parameters.every((parameter, index) => {
      const type = parameters[index]?.type;
      return type !== undefined && type !== 'null' && suits(parameter, type);
    });
  return fits
    ? { type: known.result }
    : { problem: `dùng sai hàm “${name}”: số lượng hoặc kiểu giá trị không đúng` };
}

function variable(node: SyntaxNode, { text, variables }: Source): Typed {
  const path = textOf(node, text);
  const type = path
    .split('.')
    .map((name) => name.trim())
    .reduce<VariableType | undefined>(stepInto, { context: variables });
  if (type === undefined) return { problem: `không có thông tin nào tên “${path}”` };
  if (typeof type !== 'string' && 'context' in type) {
    return { problem: `“${path}” là cả một nhóm thông tin, hãy chọn một mục trong đó` };
  }
  return { type };
}

function stepInto(type: VariableType | undefined, name: string): VariableType | undefined {
  if (type === undefined || typeof type === 'string' || !('context' in type)) return undefined;
  return Object.hasOwn(type.context, name) ? type.context[name] : undefined;
}

function dateLiteral(node: SyntaxNode, { text }: Source): Typed {
  const written = /^(?:date\(\s*"(\d{4}-\d\d-\d\d)"\s*\)|@"(\d{4}-\d\d-\d\d)")$/.exec(textOf(node, text));
  const date = written?.[1] ?? written?.[2];
  const isReal = date !== undefined && isRealDate(date);
  return isReal
    ? { type: 'date' }
    : { problem: `“${textOf(node, text)}” không phải là ngày có thật, hãy viết dạng date("2026-01-31")` };
}

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
