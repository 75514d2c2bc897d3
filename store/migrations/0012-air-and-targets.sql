-- Cities of the ranking have an English name; a target names the measure that shows it by region.
alter table record."air_city" add column "english" text;
alter table record."target" add column "regional" text;
