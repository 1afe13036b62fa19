/** Processes of the starter with facts by chance. */
import { type Facts, factsOf, type Variables } from '#kernel/process/expressions/variables.ts';
import { graphOf } from '#kernel/process/graph.ts';
import type { ProcessDefinition } from '#kernel/process/schema.ts';
import { processOfSteps } from '#kernel/process/table/straight-line.ts';
import { COMMON_VARIABLES } from '#capabilities/processes/schema.ts';
import catalogue from '#starter/procedures/catalogue.json' with { type: 'json' };
import { STARTER_PROCESSES } from '#starter/processes/load.ts';
import { contentOn, levelsOn, readEntries } from '#starter/procedures/content-of.ts';
import type { Subject } from './model.fixture.ts';

const DAY = '2020-04-28';

/** Every procedure of the report's year with the process its dossiers begin on. */
export function starterSubjects(): readonly Subject[] {
  const drawn = new Map(STARTER_PROCESSES.map((definition) => [definition.id, definition]));
  return readEntries(catalogue).flatMap((entry) => {
    const [level] = levelsOn(entry, DAY);
    if (level === undefined) return [];
    const content = contentOn(entry, DAY, level);
    const about = { id: entry.slug, name: content.shortName };
    return [subjectOf(drawn.get(entry.slug) ?? processOfSteps(about, content.steps), COMMON_VARIABLES)];
  });
}

function subjectOf(definition: ProcessDefinition, variables: Variables): Subject {
  const names = graphOf(definition).flows;
  const choices = [...names.values()].map(({ name }) => name).filter((name) => name !== '');
  return { name: definition.id, definition, variables, guess: (random) => guess(choices, random) };
}

function guess(choices: readonly string[], random: () => number): Facts {
  const pick = () => choices[Math.floor(random() * choices.length)] ?? '';
  return factsOf(COMMON_VARIABLES, {
    dossier: {
      channel: random() < 0.5 ? 'counter' : 'online',
      returnMethod: random() < 0.5 ? 'counter' : 'postal',
      applicantKind: random() < 0.5 ? 'citizen' : 'organisation',
      copies: 1,
      locality: 'xã An Hòa',
      receivedLevel: random() < 0.5 ? 'commune' : 'district',
    },
    fees: { total: random() < 0.5 ? 0 : 100_000, open: random() < 0.5 ? 0 : 100_000 },
    result: { outcome: random() < 0.8 ? 'granted' : 'declined' },
    choice: pick(),
    choices: [pick(), pick()],
  });
}
