-- Districts that exist already receive the permissions of deliberation on their default positions.
update positions p
set permissions = p.permissions || array(select unnest(n.added) except select unnest(p.permissions))
from (values
  ('administrator', '{deliberation.run,deliberation.configure}'::text[]),
  ('districtOfficer', '{deliberation.run,deliberation.configure}'::text[]),
  ('streetOfficer', '{deliberation.run}'::text[]),
  ('communitySecretary', '{deliberation.run}'::text[]),
  ('communityClerk', '{deliberation.run}'::text[]),
  ('gridLead', '{deliberation.run}'::text[]),
  ('gridWorker', '{deliberation.run}'::text[]),
  ('buildingLead', '{deliberation.run}'::text[]),
  ('unitLead', '{deliberation.run}'::text[]),
  ('steward', '{deliberation.run}'::text[]),
  ('ownersCommitteeMember', '{deliberation.run}'::text[])
) n (code, added)
where p.code = n.code and p.is_default;
