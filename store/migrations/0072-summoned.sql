-- A case knows that a summons was made out to its party: from then on the party is not exchanged in it.
alter table record."case" add column "summoned" date;
