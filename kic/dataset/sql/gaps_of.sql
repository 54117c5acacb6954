SELECT COUNT(*) AS gaps FROM (SELECT DISTINCT indicator, region FROM records WHERE gap IS NOT NULL AND {where}) AS lacking
