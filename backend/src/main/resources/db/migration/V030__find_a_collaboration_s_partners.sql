-- Who reads along, and every change of an opportunity's collaboration, looked through all collaborators.
create index collaborator_collaboration_idx on collaborator (collaboration_id);
