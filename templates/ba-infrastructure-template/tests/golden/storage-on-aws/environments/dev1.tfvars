environment    = "DEV1"
region         = "eu-central-1"
retention_days = 30
