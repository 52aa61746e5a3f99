-- Names that every system can store. Files that are there already keep their names.
alter table attachment
    add constraint attachment_name_safe_check check (octet_length(name) <= 255 and name !~ '[:/\\]' and name !~ '^\.|\.$'
        and name !~* '^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)') not valid;
