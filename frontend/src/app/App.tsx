import { Outlet } from '@tanstack/react-router';
import { useKeptFocus } from '@/ui/useKeptFocus';

/** What holds on every page, whoever is signed in. */
export function App() {
  useKeptFocus();
  return <Outlet />;
}
