# Stands in for the official image of NATS where no registry can be reached.
FROM rembuk-stand-in/sid
ENTRYPOINT ["nats-server"]
