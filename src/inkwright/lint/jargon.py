"""Terms that a reader outside engineering has no reason to know. Data and nothing else."""

_TERMS = """
ablation, ablations, async, asynchronous, autoencoder, autoscaler, autoscaling, backfill, backfilling, backpressure,
backpropagation, batch size, beam search, big o, bloom filter, blue-green deployment, bounded context, b-tree,
cache invalidation, cache miss, cache misses, cardinality, cas, checkpointing, ci/cd, cold start, cold starts,
concurrency, connection pool, connection pooling, consensus protocol, container image, containerization,
containerized, context window, cosine similarity, cron job, crud, daemonset, data parallelism, deadlock, deadlocks,
debounce, decoder, deduplication, denormalization, denormalized, dependency injection, deserialization, distillation,
docker image, embedding, embeddings, encoder, endpoint, endpoints, epoch, epochs, etcd, etl, event loop, event sourcing,
eventual consistency, eventually consistent, exactly-once, exponential backoff, fan-out, feature flag, feature flags,
few-shot, fine-grained locking, fine-tuning, flame graph, fp16, fuzzing, garbage collection, garbage collector,
goroutine, goroutines, gradient, gradients, graphql, grpc, hash table, heap, helm chart, hnsw, hotfix, hyperparameter,
hyperparameters, idempotence, idempotency, idempotent, inference server, ingress, inode, int8, io-bound, iops, jit,
json schema, kernel fusion, kubelet, kubernetes, kv cache, latency distribution, layer normalization, learning rate,
linearizable, linter, load balancer, logits, lora, loss curve, lru, memoization, memory leak, message broker,
message queue, microbenchmark, microservice, microservices, middleware, minibatch, mixed precision, model parallelism,
monorepo, mutex, mutexes, mvcc, n+1, namespace, normal form, oauth, observability, oom, orm, orthogonal, overfitting,
p50, p90, p95, p99, p999, paged attention, pagination cursor, parquet, partition key, partitioning, payload, percentile,
percentiles, perplexity, pod, pods, pointer, polymorphism, prefill, prefix cache, primary key, protobuf, pub/sub,
quantile, quantization, quantized, query planner, quorum, race condition, race conditions, raft, rate limiter, rebase,
recall@10, refactor, refactored, refactoring, regex, regression test, reranker, reranking, replica set, rest api,
retrieval-augmented, reverse proxy, rollback, rpc, runtime, schema migration, semaphore, serialization, serializer,
service mesh, sharded, sharding, shard, shards, sidecar, snapshot isolation, softmax, speculative decoding, stateless,
stateful, stack trace, stored procedure, strongly consistent, tail latency, tail latencies, tensor, tensors,
tensor parallelism, thread pool, throughput, time complexity, time to first token, tokenization, tokenizer, topology,
tpot, transaction isolation, transformer, ttft, ttl, two-phase commit, type checker, upsert, vector database,
vector store, vectorized, virtualization, wal, warm-up, webhook, webhooks, write-ahead log, zero-copy, zero-shot
"""
JARGON = frozenset(" ".join(term.split()) for term in _TERMS.split(","))
"""Terms in lower case, of one to four words."""
LONGEST = max(len(term.split()) for term in JARGON)
