// Before first paint, and a file of its own so that the CSP needs no 'unsafe-inline' for scripts.
const s = localStorage.getItem('mantine-color-scheme-value') || 'auto';
const dark = s === 'dark' || (s === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
document.documentElement.lang = localStorage.getItem('sild-lang') || navigator.language.split('-')[0];
// zod probes for eval when a schema is made; under a CSP without 'unsafe-eval' that is a reported violation.
globalThis.__zod_globalConfig = { jitless: true };
