-- A case keeps when its breach was found, also by whoever passed it on: until then the term to punish it counts, not until the lead came in.
alter table record."case" add column "found" date;
