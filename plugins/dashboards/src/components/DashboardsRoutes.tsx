import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { Route, Routes } from 'react-router-dom';
import { BoardListPage } from './BoardListPage';
import { BoardPage } from './BoardPage';

/** The list of all boards, and a page for each. */
export function DashboardsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<BoardListPage />} />
      <Route path="/:namespace/:name" element={<BoardPage />} />
      <Route path="*" element={<NotFoundErrorPage />} />
    </Routes>
  );
}
