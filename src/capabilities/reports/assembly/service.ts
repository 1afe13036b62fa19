import type { Context } from '#foundation/context.ts';
import type { Figure } from '#capabilities/indicators/schema.ts';
import { figuresFor } from '#capabilities/indicators/service.ts';
import { parseText } from '../templates/language/parse.ts';
import { referencesIn } from '../templates/language/references.ts';
import { asksIn } from './asks.ts';
import { type Assembled, type AssemblyInput, figureKey, type ResolvedFigure } from './schema.ts';
import { surroundingsOf } from './surroundings.ts';
import { writeReport } from './write.ts';

/**
 * Writes a report of a template for a unit and a period: with the figures of now, all asked for at once, or with those that
 * were frozen. Gives it whole, section by section, and with every figure that it asked for.
 */
export async function assemble(ctx: Context, input: AssemblyInput): Promise<Assembled> {
  const { scope, frozen } = input;
  const bodies = bodiesOf(input).map((body) => parseText(body).nodes);
  const named = bodies.map(referencesIn);
  const surroundings = await surroundingsOf(ctx, scope, {
    indicators: named.flatMap(({ indicators }) => indicators.map(({ name }) => name)),
    documents: named.flatMap(({ documents }) => documents.map(({ name }) => name)),
  });
  const asks = new Map(
    bodies.flatMap((nodes) => asksIn(surroundings, nodes).map((ask) => [figureKey(ask), ask] as const)),
  );
  const unanswered = [...asks.values()].filter((ask) => !frozen?.has(figureKey(ask)));
  const answers = unanswered.length === 0 ? [] : await figuresFor(ctx, unanswered);
  const figures = new Map<string, Figure>(frozen);
  for (const [index, ask] of unanswered.entries()) {
    const figure = answers[index];
    if (figure) figures.set(figureKey(ask), figure);
  }
  const resolved = [...asks].flatMap(([key, ask]): readonly ResolvedFigure[] => {
    const figure = figures.get(key);
    return figure ? [{ key, ask, figure }] : [];
  });
  return { ...writeReport(input, surroundings, figures), figures: resolved };
}

/** The texts that count: of people where they changed one, else of the template. */
function bodiesOf({ template, texts, only }: AssemblyInput): readonly string[] {
  return template.sections
    .filter(({ key }) => only?.includes(key) ?? true)
    .map(({ key, body }) => texts.get(key)?.body ?? body);
}
