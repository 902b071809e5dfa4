import { Container } from '@backstage/ui';
import { parseRepositoryPath } from '@portal/plugin-repositories-common';
import { useParams } from 'react-router-dom';
import { repositoriesPath } from '../../routes';
import { RepositoryList } from '../RepositoryList';
import { RepositoryView } from '../RepositoryView';

/** All repositories, or a place in one of them: what is in the address decides. */
export function RepositoriesPage() {
  const { '*': rest = '' } = useParams();
  const address = parseRepositoryPath(
    `${repositoriesPath}/${rest.split('/').map(encodeURIComponent).join('/')}`,
  );
  return (
    <Container>
      {address ? (
        <RepositoryView key={address.name} address={address} />
      ) : (
        <RepositoryList isMistaken={rest !== ''} />
      )}
    </Container>
  );
}
