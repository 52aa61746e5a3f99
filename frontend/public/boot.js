// Runs before the first paint. A separate file, so that the CSP needs no 'unsafe-inline' for scripts.
const scheme = localStorage.getItem('mantine-color-scheme-value') || 'auto';
const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';
document.documentElement.lang = localStorage.getItem('sild-lang') || navigator.language.split('-')[0];
// zod probes for eval, which a CSP without 'unsafe-eval' reports as a violation.
globalThis.__zod_globalConfig = { jitless: true };
