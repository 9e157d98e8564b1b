// The quiz file reduced at build time to what the twins use: their compiler, in a way. A good
// engineer would not send what is never shown, so neither do the yardsticks.

const without = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== false));

/** The quiz with indices instead of ids, and the most each question can give worked out. */
export function reduce(file) {
  const path = (id) => file.paths.findIndex((one) => one.id === id);
  const question = (id) => file.questions.findIndex((one) => one.id === id);
  const scored = file.paths.filter(({ id }) => id !== file.blend.path).map(({ id }) => id);
  const own = (points) => points && scored.map((id) => points[id] ?? 0);
  const most = (numbers, picks) => numbers.sort((a, b) => b - a).slice(0, picks).reduce((sum, one) => sum + one, 0);

  const questions = file.questions.map((one) => {
    const choices = one.choices ?? [];
    const picks = one.format === "multiple" ? one.max_picks ?? choices.length : 1;
    const mostPoints = {
      rating: () => one.points_per_step * (one.steps.length - 1),
      rank: () => most([...one.place_points], 1),
    }[one.format] ?? (() => most(choices.map(({ points }) => own(points)?.[0] ?? 0), picks));
    return without({
      id: one.id,
      block: file.blocks.findIndex(({ id }) => id === one.block),
      format: one.format,
      prompt: one.prompt,
      help: one.help,
      shuffle: one.shuffle,
      min: one.format === "multiple" ? one.min_picks : undefined,
      max: one.format === "multiple" ? picks : undefined,
      most: mostPoints(),
      mostBreadth: most(choices.map(({ breadth = 0 }) => breadth), picks),
      steps: one.steps,
      perStep: one.points_per_step,
      places: one.place_points,
      items: (one.rows ?? choices).map(({ id, label, points, breadth, level, path: of }) =>
        without({ id, label, points: own(points), breadth, level, path: of && path(of) })),
    });
  });

  return {
    lang: file.lang,
    intro: file.intro,
    paths: file.paths.map(({ id, mark, name, inline, summary }) => ({ id, mark, name, inline, summary })),
    blend: { path: path(file.blend.path), base: file.blend.base, per: file.blend.per_breadth, max: file.blend.breadth_max, note: file.blend.note },
    blocks: file.blocks.map(({ name }) => name),
    questions,
    rules: {
      clear: file.rules.clear_lead,
      leaning: file.rules.leaning_lead,
      tie: question(file.rules.tie_breaker),
      required: file.rules.enough.required.map(question),
      least: file.rules.enough.at_least,
      counted: file.rules.enough.of.map(question),
      low: { under: file.rules.low_ratings.under_tenths / 10, note: file.rules.low_ratings.note },
      high: { from: file.rules.high_ratings.from_tenths / 10, note: file.rules.high_ratings.note },
    },
    stages: file.stages.map(({ id, name, line, when, now, steps_now }) => ({
      id, name, line, now,
      when: when.map((all) => Object.entries(all).map(([id, least]) => [question(id), least])),
      steps: steps_now.map((step) => step - 1),
    })),
    roadmap: file.roadmap.map(({ title, text, if_has }) => ({
      title, text,
      has: if_has.map((one) => {
        const at = question(one.question);
        return [at, file.questions[at].choices.findIndex(({ id }) => id === one.choice), one.text];
      }),
    })),
  };
}

/** The words as a module with one export each, so that the bundler leaves out the unused. */
export const wordsModule = (words) =>
  Object.entries(words).map(([name, text]) => `const ${name}_ = ${JSON.stringify(text)};\nexport { ${name}_ as ${name} };`).join("\n");
