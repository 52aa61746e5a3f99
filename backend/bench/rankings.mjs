// Prints ten opportunities of the demo with more than one eligible partner, their first candidates and the reasons: node backend/bench/rankings.mjs http://localhost:8080
const url = process.argv[2] ?? 'http://localhost:8080';
const signedIn = await fetch(`${url}/api/v1/sessions`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ email: 'liis@sild.example', password: 'sild-demo-2026' }),
});
const cookie = signedIn.headers
  .getSetCookie()
  .map((one) => one.split(';')[0])
  .join('; ');
const get = async (path) => (await fetch(`${url}/api/v1/${path}`, { headers: { cookie } })).json();
const names = (refs) => refs.map((one) => one.name).join(', ') || '–';
const { items } = await get('opportunities?sort=-number&limit=200');
console.log('| opportunity | territory, competencies, value | first | advantage over the next | next | excluded |');
console.log('| --- | --- | --- | --- | --- | --- |');
let shown = 0;
for (const { id } of items) {
  const o = await get(`opportunities/${id}`);
  const found = await get(`opportunities/${id}/matches?limit=50`);
  const [first, second] = found.candidates.filter((one) => one.eligible);
  if (!second || shown === 10) continue;
  shown++;
  const weighted = (one) => Object.fromEntries(one.scores.map((s) => [s.score, (s.value * s.weight) / 100]));
  const [a, b] = [weighted(first), weighted(second)];
  const why = Object.keys(a)
    .map((score) => [score, a[score] - b[score]])
    .filter(([, gain]) => Math.abs(gain) >= 0.005)
    .sort((x, y) => Math.abs(y[1]) - Math.abs(x[1]))
    .slice(0, 3)
    .map(([score, gain]) => `${score} ${gain > 0 ? '+' : '−'}${Math.abs(gain).toFixed(2)}`);
  const out = {};
  for (const one of found.candidates.filter((c) => !c.eligible))
    for (const v of one.verdicts.filter((x) => !x.fulfilled)) out[v.rule] = (out[v.rule] ?? 0) + 1;
  console.log(
    `| ${o.number} ${o.topic} | ${o.classification.territory?.name ?? '–'}; ${names(o.classification.requiredCompetencies)}; ${o.value.estimated?.amount ?? '–'} ${o.value.currency} | ` +
      `${first.partner.name} ${first.total.toFixed(2)} | ${why.join(', ') || 'equal: the longer without a delivery'} | ` +
      `${second.partner.name} ${second.total.toFixed(2)} | ${Object.entries(out).map(([rule, count]) => `${rule} ${count}`).join(', ')} |`,
  );
}
