environment    = "PROD1"
region         = "eu-central-1"
retention_days = 90
