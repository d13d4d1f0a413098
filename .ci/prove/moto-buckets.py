"""Makes in moto every bucket that the offline provider "made": it opens no connections itself. Runs until it is killed."""
import json, os, sys, time
import boto3

world, endpoint = sys.argv[1], sys.argv[2]
s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="proof", aws_secret_access_key="proof")
made = set()
while True:
    try:
        with open(os.path.join(world, "world.json")) as file:
            objects = json.load(file)["Objects"]
    except (FileNotFoundError, json.JSONDecodeError):
        objects = []
    for item in objects:
        if item["Type"] == "aws_s3_bucket" and item["Attributes"]["bucket"] not in made:
            s3.create_bucket(Bucket=item["Attributes"]["bucket"])
            made.add(item["Attributes"]["bucket"])
    time.sleep(0.3)
