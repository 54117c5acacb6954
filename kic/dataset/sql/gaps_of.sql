SELECT COUNT(*) AS gaps FROM (SELECT DISTINCT indicator, region FROM figures WHERE gap IS NOT NULL AND {where}) AS lacking
